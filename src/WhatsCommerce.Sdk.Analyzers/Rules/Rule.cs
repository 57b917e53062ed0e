namespace WhatsCommerce.Analyzers;

/// <summary>
/// Contains all rules. A warning certainly fails at run time; an information is advice. docs/analyzers.md has a section for each.
/// </summary>
internal static class Rule
{
    private const string Category = "WhatsCommerce";

    private const string Docs = "https://github.com/whatscommerce/whatscommerce-sdk/blob/main/docs/analyzers.md#";

    public static readonly DiagnosticDescriptor OverLimit = new(
        "WC0001",
        "A value is over a limit",
        "{0}; at most {1} are allowed ({2}): {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Build checks every limit and throws WhatsCommerceValidationException: no message with this value can be sent.",
        Docs + "wc0001");

    public static readonly DiagnosticDescriptor NotACatalogId = new(
        "WC0002",
        "A catalog id consists of digits",
        "\"{0}\" is not a catalog id, which consists of digits{1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The id of a catalog is a number of Meta's; the retailer id (SKU) is the id of the shop's own.",
        Docs + "wc0002");

    public static readonly DiagnosticDescriptor SectionWithoutTitle = new(
        "WC0003",
        "A section has no title",
        "Each section needs a title when there is more than one: give this section a title of at most {0} characters",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Meta takes a section without a title only when it is the only one.",
        Docs + "wc0003");

    public static readonly DiagnosticDescriptor TooMany = new(
        "WC0004",
        "There are more parts than a message can have",
        "There are {0} {1}; at most {2} are allowed ({3}): leave some out, or send several messages",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Build checks the number of sections, products, rows, buttons and cards, and throws WhatsCommerceValidationException.",
        Docs + "wc0004");

    public static readonly DiagnosticDescriptor NotBuilt = new(
        "WC0005",
        "A message is begun and not built",
        "{0} is a builder that is never built: call Build() and send the message",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A builder sends nothing. Build checks it and returns the message that SendAsync takes.",
        Docs + "wc0005");

    public static readonly DiagnosticDescriptor TemplateMismatch = new(
        "WC0006",
        "The parameters do not fit the template",
        "Template {0}: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Compared with the *.template.json files among the additional files. Meta rejects such a message with 132000 or 132012.",
        Docs + "wc0006");

    public static readonly DiagnosticDescriptor UnreadableTemplate = new(
        "WC0007",
        "A template file cannot be read",
        "{0} is not a template as Meta's GET /message_templates returns it: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A file that cannot be read is compared with nothing.",
        Docs + "wc0007");

    public static readonly DiagnosticDescriptor SendWithoutOnceKey = new(
        "WC0008",
        "A handler sends without a once key",
        "A handler may run again and would then send this message again: set SendOptions.OnceKey, in a webhook handler to "
            + "context.OnceKey(\"purpose\")",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Deliveries come at least once. With a once key the message is sent once, however often the handler runs.",
        Docs + "wc0008");

    public static readonly DiagnosticDescriptor BodyNotAsReceived = new(
        "WC0009",
        "A signature is verified over bytes that were not received",
        "{0}: read the request's bytes, verify them, and parse the same bytes",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The signature covers the raw bytes of the body. A text has lost what the bytes were, such as their byte-order mark.",
        Docs + "wc0009");

    public static readonly DiagnosticDescriptor MoneyAsDouble = new(
        "WC0010",
        "An amount of money is a double",
        "An amount of money goes through {0}, which cannot hold most prices exactly: use decimal",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "0.1 and 7.99 have no exact double; sums are off by a cent sooner or later.",
        Docs + "wc0010");

    public static readonly DiagnosticDescriptor NotAPhoneNumber = new(
        "WC0011",
        "A text cannot be a phone number",
        "This text cannot be {0}: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A phone number is written with its country code, such as +16505551234.",
        Docs + "wc0011");
}
