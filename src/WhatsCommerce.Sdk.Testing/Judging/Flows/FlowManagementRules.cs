namespace WhatsCommerce.Testing.Judging.Flows;

/// <summary>
/// The rules for managing flows. Source: Meta, flows/reference/flowsapi, flows/reference/lifecycle and flows/reference/error-codes.
/// </summary>
internal static class FlowManagementRules
{
    private const int MostBytes = 10 * 1024 * 1024;

    private static readonly string[] CategoryNames =
        ["SIGN_UP", "SIGN_IN", "APPOINTMENT_BOOKING", "LEAD_GENERATION", "CONTACT_US", "CUSTOMER_SUPPORT", "SURVEY", "OTHER"];

    public static Refusal NameTaken() =>
        Refusals.InvalidParameter("Flow name is not unique: the account already has a flow with that name.");

    public static Refusal Unknown() => Refusals.InvalidParameter("Flow with specified ID does not exist.");

    public static Refusal? Categories(string[] categories, bool isRequired) =>
        categories.Length == 0 ? isRequired ? Refusals.Required("categories") : null
        : categories.FirstOrDefault(category => !CategoryNames.Contains(category)) is { } unknown
            ? Refusals.NotOneOf("categories", string.Join(", ", CategoryNames), unknown)
        : null;

    public static Refusal? Endpoint(string? address) =>
        address is null || (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps)
            ? null
            : Refusals.InvalidParameter("Invalid Endpoint URI: provide a valid URL.");

    /// <summary>
    /// Reads the JSON of a flow. Content that is not JSON or is too large is rejected; validation errors are stored with it.
    /// </summary>
    public static Refusal? Read(byte[] json, out FlowContent? content)
    {
        content = null;
        if (json.Length > MostBytes)
        {
            return Refusals.InvalidParameter("The JSON of a flow may have at most 10 MB.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Place root = new(document.RootElement, "");
            List<FlowMistake> mistakes = [];
            if (string.IsNullOrEmpty(root["version"].Text))
            {
                mistakes.Add(new("INVALID_PROPERTY_TYPE", "Expected property $root/version to be of type string, but found undefined."));
            }

            if (root["screens"].Count == 0)
            {
                mistakes.Add(new("MIN_ITEMS_REQUIRED", "Property 'screens' should have at least '1' items."));
            }

            content = new(json, root["version"].Text, root["data_api_version"].Text, mistakes);
            return null;
        }
        catch (JsonException exception)
        {
            return Refusals.InvalidParameter($"The flow is not valid JSON: {exception.Message}");
        }
    }

    /// <summary>139001: a deprecated flow cannot be changed.</summary>
    public static Refusal? Change(string status) => status == "DEPRECATED"
        ? new(400, 139001, "(#139001) Updating attempt failed") { Details = "Flow can't be updated: it is deprecated. Clone it instead." }
        : null;

    /// <summary>139002: why the flow cannot be published.</summary>
    public static Refusal? Publication(string status, FlowContent? content, string? endpoint, bool hasKey)
    {
        string? obstacle = status != "DRAFT" ? "Publishing Flow in invalid state: it is not a draft."
            : content is null ? "Publishing Flow with validation errors: it has no JSON."
            : content.Mistakes.Count > 0 ? "Publishing Flow with validation errors: see its validation_errors."
            : content.DataApiVersion is null ? null
            : endpoint is null ? "Publishing without specifying endpoint_uri is forbidden."
            : !hasKey ? "Missing Flows Signed Public Key: upload one for a phone number of the account."
            : null;
        return obstacle is null ? null : new(400, 139002, "(#139002) Publishing failed") { Details = obstacle };
    }

    /// <summary>139003: only a published flow can be deprecated.</summary>
    public static Refusal? Deprecation(string status) => status == "PUBLISHED"
        ? null
        : new(400, 139003, "(#139003) Deprecating failed") { Details = "Flow can't be deprecated: it is not published." };

    /// <summary>139004: only a draft can be deleted.</summary>
    public static Refusal? Deletion(string status) => status == "DRAFT"
        ? null
        : new(400, 139004, "(#139004) Deleting failed") { Details = "Flow can't be deleted: it is not a draft. Deprecate it instead." };

    /// <summary>131009: a flow of the account that a message cannot open.</summary>
    public static Refusal? Message(string status, bool isDraft) => (status, isDraft) switch
    {
        ("PUBLISHED", false) or ("DRAFT", true) => null,
        ("DRAFT", false) => Refusals.Invalid("The flow is a draft: publish it, or send it with mode 'draft'."),
        ("PUBLISHED", true) => Refusals.Invalid("The flow is published: send it without mode 'draft'."),
        _ => Refusals.Invalid($"The flow is {status}: it cannot be sent."),
    };
}
