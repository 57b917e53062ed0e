namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>The Graph errors of template management: all of them 100, distinguished by their subcode.</summary>
/// <remarks>
/// Source: Meta, support/error-codes, and responses observed in practice; titles and messages are our own where these contain none.
/// </remarks>
internal static class TemplateRefusals
{
    public static Refusal LimitReached() =>
        Of(2388019, "Template Limit Exceeded", "This account has the maximum number of templates of an unverified account; delete some.");

    public static Refusal TooLong(string what, int limit) => Of(
        2388040,
        "Character Limit Exceeded",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The {what} has more than {limit} characters."));

    public static Refusal Header(string message) => Of(2388047, "Message Header Format Is Incorrect", message);

    public static Refusal Body(string message) => Of(2388072, "Message Body Format Is Incorrect", message);

    public static Refusal Footer(string message) => Of(2388073, "Message Footer Format Is Incorrect", message);

    public static Refusal EdgeVariable() =>
        Of(2388299, "Parameters Can't Be At The Start Or End", "The body must not begin or end with a variable.");

    public static Refusal ExistsAlready(string language) =>
        Of(
            2388024,
            "Content In This Language Already Exists",
            $"There is already {language} content for this template. You can create a new template and try again.");

    public static Refusal BeingDeleted(string language) => Of(
        2388023,
        "Message Template Language Is Being Deleted",
        $"New {language} content can't be added while the existing {language} content is being deleted. Try again in 4 weeks.");

    public static Refusal NotFound() =>
        Of(2593002, "Message Template Not Found", "The account has no message template with this name or id.");

    public static Refusal Invalid(string message) => Of(null, "Invalid Template", message);

    private static Refusal Of(int? subcode, string title, string message) => new(400, 100, "Invalid parameter")
    {
        Subcode = subcode,
        IsTransient = false,
        UserTitle = title,
        UserMessage = message,
    };
}
