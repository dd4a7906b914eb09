/** The version that results name; put in when the page is built. */
declare const __VESICA_VERSION__: string;
declare module "virtual:report.css";
