/** `Workbook.settings`: small values kept for the add-in. */
import { textArgument } from '../protocol/arguments';
import { ExcelObject, type HostContext, type Kind } from '../protocol/object';

export class SettingsObject extends ExcelObject {
  get kind(): Kind<SettingsObject> {
    return SETTINGS;
  }

  find(key: unknown): SettingObject | null {
    const text = textArgument(key, 'key');
    return this.host.workbook.settings.has(text) ? new SettingObject(this.host, text) : null;
  }
}

const SETTINGS: Kind<SettingsObject> = {
  name: 'SettingCollection',
  items: ({ host }) => Array.from(host.workbook.settings.keys(), (key) => new SettingObject(host, key)),
  item: (settings, key) => settings.find(key),
  methods: {
    add: ({ host }, [key, value]) => {
      host.workbook.settings.set(textArgument(key, 'key'), value);
      return new SettingObject(host, textArgument(key, 'key'));
    },
    getCount: ({ host }) => host.workbook.settings.size,
    getItemOrNullObject: (settings, [key]) => settings.find(key),
  },
};

class SettingObject extends ExcelObject {
  constructor(
    host: HostContext,
    readonly key: string,
  ) {
    super(host);
  }

  get kind(): Kind<SettingObject> {
    return SETTING;
  }

  override get id(): string {
    return this.key;
  }
}

const SETTING: Kind<SettingObject> = {
  name: 'Setting',
  properties: {
    key: { get: ({ key }) => key },
    value: { get: ({ host, key }) => host.workbook.settings.get(key), set: ({ host, key }, value) => void host.workbook.settings.set(key, value) },
  },
  methods: { delete: ({ host, key }) => void host.workbook.settings.delete(key) },
};
