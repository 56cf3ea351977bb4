/** The root that office.js starts from, and what stands directly below it: application, run time, document properties. */
import { textArgument, booleanArgument, wordArgument } from '../protocol/arguments';
import { ExcelError } from '../protocol/errors';
import { ExcelObject, type Kind, type Property } from '../protocol/object';
import { ProtectionObject } from './protection';
import { SettingsObject } from './settings';
import { WorksheetsObject } from './worksheets';
import { XmlPartsObject } from './xml-parts';

export class WorkbookObject extends ExcelObject {
  get kind(): Kind<WorkbookObject> {
    return WORKBOOK;
  }

  selected(): ExcelObject {
    const { host } = this;
    if (host.selection.length > 1) throw new ExcelError('InvalidOperation', 'Several areas are selected; getSelectedRange answers one only.');
    return host.objects.range(host.workbook.activeSheet, host.selection[0]);
  }
}

function bytesOf(base64: unknown): Uint8Array {
  const text = textArgument(base64, 'base64');
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const WORKBOOK: Kind<WorkbookObject> = {
  name: 'Workbook',
  properties: {
    name: { get: ({ host }) => host.workbook.source?.name ?? 'Book1.xlsx' },
    isDirty: { get: ({ host }) => host.workbook.sheets.some((sheet) => sheet.changes > 0), set: () => undefined },
  },
  objects: {
    application: ({ host }) => new ApplicationObject(host),
    customXmlParts: ({ host }) => new XmlPartsObject(host, null),
    names: ({ host }) => host.objects.names(null),
    properties: ({ host }) => new DocumentPropertiesObject(host),
    protection: ({ host }) => new ProtectionObject(host, host.workbook),
    settings: ({ host }) => new SettingsObject(host),
    tables: ({ host }) => host.objects.tables(null),
    worksheets: ({ host }) => new WorksheetsObject(host),
    _Runtime: ({ host }) => new RuntimeObject(host),
  },
  services: {
    'Microsoft.InternalService.AddinInternalService': ({ host }) => new AddInServiceObject(host),
    'Microsoft.AppRuntime.AppRuntimeService': ({ host }) => new AppRuntimeServiceObject(host),
  },
  methods: {
    getActiveCell: ({ host }) => host.objects.range(host.workbook.activeSheet, { ...host.selection[0], rows: 1, columns: 1 }),
    getSelectedRange: (workbook) => workbook.selected(),
    getSelectedRanges: ({ host }) => host.objects.rangeAreas(host.workbook.activeSheet, host.selection),
    /** What `Excel.createWorkbook` calls on the web. */
    createAndOpenWorkbook: ({ host }, [base64]) => host.openNewWorkbook(bytesOf(base64)),
  },
};

/** Hears that the pane's ribbon functions are ready; office.js says so by itself when it starts. */
class AddInServiceObject extends ExcelObject {
  get kind(): Kind<AddInServiceObject> {
    return ADD_IN_SERVICE;
  }
}

const ADD_IN_SERVICE: Kind<AddInServiceObject> = { name: 'AddinInternalService', methods: { notifyActionHandlerReady: () => undefined } };

/** The pane's own visibility: what `Office.addin.showAsTaskpane` speaks to. */
class AppRuntimeServiceObject extends ExcelObject {
  get kind(): Kind<AppRuntimeServiceObject> {
    return APP_RUNTIME_SERVICE;
  }
}

const APP_RUNTIME_SERVICE: Kind<AppRuntimeServiceObject> = { name: 'AppRuntimeService', methods: { setAppRuntimeState: ({ host }, [state]) => (wordArgument(state, 'appRuntimeState', ['Visible']), host.showPane()) } };

class ApplicationObject extends ExcelObject {
  get kind(): Kind<ApplicationObject> {
    return APPLICATION;
  }
}

const APPLICATION: Kind<ApplicationObject> = {
  name: 'Application',
  properties: {
    calculationMode: { get: () => 'Automatic', set: (_, value) => void wordArgument(value, 'calculationMode', ['Automatic', 'AutomaticExceptTables', 'Manual']) },
    calculationState: { get: () => 'Done' },
  },
  methods: {
    calculate: ({ host }) => host.requestRecalculation(),
    // The stand-in draws and calculates after a batch in any case.
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
    createWorkbook: ({ host }, [base64]) => new WorkbookCreatedObject(host, bytesOf(base64)),
  },
};

class WorkbookCreatedObject extends ExcelObject {
  constructor(
    host: ExcelObject['host'],
    readonly file: Uint8Array,
  ) {
    super(host);
  }

  override get id(): string {
    return 'created';
  }

  get kind(): Kind<WorkbookCreatedObject> {
    return WORKBOOK_CREATED;
  }
}

const WORKBOOK_CREATED: Kind<WorkbookCreatedObject> = { name: 'WorkbookCreated', methods: { open: ({ host, file }) => host.openNewWorkbook(file) } };

class RuntimeObject extends ExcelObject {
  get kind(): Kind<RuntimeObject> {
    return RUNTIME;
  }
}

const RUNTIME: Kind<RuntimeObject> = {
  name: 'Runtime',
  properties: { enableEvents: { get: ({ host }) => host.runtime.areEventsEnabled, set: ({ host }, value) => void (host.runtime.areEventsEnabled = booleanArgument(value, 'enableEvents')) } },
};

class DocumentPropertiesObject extends ExcelObject {
  get kind(): Kind<DocumentPropertiesObject> {
    return DOCUMENT_PROPERTIES;
  }
}

function documentProperty(name: string): Property<DocumentPropertiesObject> {
  return { get: ({ host }) => host.workbook.properties.get(name) ?? '', set: ({ host }, value) => void host.workbook.properties.set(name, textArgument(value, name)) };
}

const DOCUMENT_PROPERTIES: Kind<DocumentPropertiesObject> = {
  name: 'DocumentProperties',
  properties: Object.fromEntries(['title', 'subject', 'author', 'keywords', 'comments', 'category', 'company', 'manager'].map((name) => [name, documentProperty(name)])),
};
