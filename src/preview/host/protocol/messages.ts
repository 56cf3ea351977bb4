/** The messages of office.js's own making, and what each is answered. Observed, not documented: see the project's notes on the protocol. */
import type { ExcelHost, HostMessage } from '../api';
import { TransportError } from './errors';

/** `OSF.DDA.MethodDispId.dispidExecuteRichApiRequestMethod`. */
const EXECUTE_RICH_API = 93;
const BODY_INDEX = 4;
const REQUEST_FLAGS_INDEX = 6;
/** office.js knows the host's internal error by this number. */
const INTERNAL_ERROR = 5001;

type Data = Readonly<Record<string, unknown>>;

export async function answerMessage(host: ExcelHost, requirementSets: Readonly<Record<string, string>>, message: HostMessage): Promise<Record<string, unknown> | null> {
  if (message._messageType !== 0) return null;
  const data = await answerData(host, requirementSets, message);
  const { _actionName, _conversationId, _correlationId, _origin } = message;
  return { _messageType: 1, _actionName, _conversationId, _correlationId, _origin, _data: data, _errorCode: 0, _responseType: 0, _serializerVersion: 1 };
}

async function answerData(host: ExcelHost, requirementSets: Readonly<Record<string, string>>, message: HostMessage): Promise<unknown> {
  switch (message._actionName) {
    case 'ContextActivationManager_getAppContextAsync':
      return appContext(host, requirementSets, String(message._data));
    case 'ContextActivationManager_notifyHost':
      return [];
    case 'executeMethod':
      return executeMethod(host, message._data as Data);
    default:
      // Events: registered or given up; the host keeps count by ProcessQuery.
      return { Version: 1, Error: 0 };
  }
}

async function executeMethod(host: ExcelHost, data: Data): Promise<Data> {
  const method = data.DdaMethod as { DispatchId?: number } | undefined;
  if (method?.DispatchId !== EXECUTE_RICH_API) return { Version: 1, Error: 0 };
  const request = data.ArrayData as readonly unknown[];
  try {
    const result = await host.processQuery(String(request[BODY_INDEX]), Number(request[REQUEST_FLAGS_INDEX]));
    return { Version: 1, Error: 0, Data: [200, [], result] };
  } catch (error) {
    return { Version: 1, Error: error instanceof TransportError ? error.officeJsCode : INTERNAL_ERROR };
  }
}

/** Everything that office.js reads before `Office.onReady`; it stops without any one of these. */
function appContext(host: ExcelHost, requirementSets: Readonly<Record<string, string>>, addInId: string): Data {
  return {
    _id: addInId,
    _appName: 16,
    _appVersion: '16.0',
    _appUILocale: host.locale,
    _dataLocale: host.locale,
    _docUrl: '',
    _clientMode: 0,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    // Well-formed, as the store's are: office.js parses it, and a browser's own page about bad XML carries inline styles.
    _eToken: encodeURIComponent('<r v="0"><t/></r>'),
    _correlationId: '',
    _appInstanceId: `${addInId}-instance`,
    _appMinorVersion: 0,
    _hostFullVersion: '16.0.0.0',
    _clientWindowHeight: 900,
    _clientWindowWidth: 400,
    _requirementMatrix: JSON.stringify(requirementSets),
  };
}
