/** What Excel takes from the manifest: the pane's address, and the ribbon in the user's language. */

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** Either shows the pane, or runs a function in it. */
  readonly action: { readonly kind: 'show-pane' } | { readonly kind: 'function'; readonly name: string };
}

export interface ReadManifest {
  readonly id: string;
  readonly name: string;
  readonly paneUrl: string;
  readonly groupLabel: string;
  readonly buttons: readonly RibbonButton[];
}

/** @throws Error where the text is no XML or lacks what Excel needs, naming the element. */
export function readManifest(xml: string, locale: string): ReadManifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (elements(document, 'parsererror').length > 0) throw new Error('manifest.xml is not well-formed XML.');
  const resource = resources(document, locale);
  const group = one(document, 'Group');
  return {
    id: textOf(one(document, 'Id')),
    name: localised(one(document, 'DisplayName'), locale),
    paneUrl: attribute(one(one(document, 'DefaultSettings'), 'SourceLocation'), 'DefaultValue'),
    groupLabel: resource(resourceId(one(group, 'Label'))),
    buttons: elements(group, 'Control').map((control) => readButton(control, resource)),
  };
}

function readButton(control: Element, resource: (id: string) => string): RibbonButton {
  const images = elements(control, 'Image');
  const icon = images.find((image) => image.getAttribute('size') === '32') ?? images[0];
  const action = one(control, 'Action');
  const functionName = elements(action, 'FunctionName')[0];
  return {
    id: attribute(control, 'id'),
    label: resource(resourceId(one(control, 'Label'))),
    tip: resource(resourceId(one(one(control, 'Supertip'), 'Description'))),
    icon: resource(resourceId(icon)),
    action: functionName ? { kind: 'function', name: textOf(functionName) } : { kind: 'show-pane' },
  };
}

/** Strings, images and addresses by id, in the locale where an override has it. */
function resources(document: Document, locale: string): (id: string) => string {
  const byId = new Map(['String', 'Image', 'Url'].flatMap((name) => elements(document, name)).flatMap((element) => (element.hasAttribute('DefaultValue') && element.id ? [[element.id, element] as const] : [])));
  return (id) => {
    const element = byId.get(id);
    if (!element) throw new Error(`manifest.xml refers to the resource "${id}", which is not there.`);
    return localised(element, locale);
  };
}

function localised(element: Element, locale: string): string {
  const override = elements(element, 'Override').find((each) => each.getAttribute('Locale')?.toLowerCase() === locale.toLowerCase());
  return override ? attribute(override, 'Value') : attribute(element, 'DefaultValue');
}

/** The manifest uses several namespaces; names are unique without them. */
function elements(parent: Document | Element, name: string): Element[] {
  return Array.from(parent.getElementsByTagNameNS('*', name));
}

function one(parent: Document | Element, name: string): Element {
  const found = elements(parent, name)[0];
  if (!found) throw new Error(`manifest.xml has no <${name}>.`);
  return found;
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`manifest.xml: <${element.localName}> has no ${name}.`);
  return value;
}

function resourceId(element: Element): string {
  return attribute(element, 'resid');
}

function textOf(element: Element): string {
  return element.textContent?.trim() ?? '';
}
