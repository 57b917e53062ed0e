using WhatsCommerce.Testing.Judging.Media;
using WhatsCommerce.Testing.Judging.Products;

namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// The rules for the values of a template's variables, in its header and its body. Source: Meta, templates/overview; the published OpenAPI
/// description.
/// </summary>
internal static class TemplateParameterRules
{
    // More consecutive spaces than Meta accepts.
    private const string FiveBlanks = "     ";

    private static readonly string[] Words = ["text", "currency", "date_time"];
    private static readonly string[] Headers = [.. Words, "image", "video", "document", "gif", "location", "product"];

    public static Refusal? OfHeader(Place parameter) => Type(parameter, Headers) ?? parameter["type"].Text switch
    {
        "image" or "video" or "document" or "gif" => MediaFileRules.Judge(parameter[parameter["type"].Text!]),
        "location" => parameter["location"].NeedObject() ?? LocationRules.Judge(parameter["location"]),
        "product" => parameter["product"].NeedObject()
            ?? ProductRules.RetailerId(parameter["product"]["product_retailer_id"], out _)
            ?? ProductRules.CatalogId(parameter["product"], out _),
        _ => Value(parameter, Limits.HeaderText),
    };

    public static Refusal? OfBody(Place parameter) => Type(parameter, Words) ?? Value(parameter, Limits.TemplateParameterText);

    /// <summary>132012 unless the parameter has one of a few types.</summary>
    public static Refusal? Type(Place parameter, params ReadOnlySpan<string> types) =>
        parameter.NeedObject() ?? parameter["type"].NeedText() ?? (types.Contains(parameter["type"].Text!) ? null
            : Refusals.ParameterFormat(
                $"The parameter {parameter["type"].Path} must be one of {{{string.Join(", ", types!)}}} - got "
                    + $"\"{parameter["type"].Text}\"."));

    /// <summary>The text for a variable: required, on one line (132018), and not too long (132005).</summary>
    public static Refusal? Line(Place text, int limit) =>
        text.NeedText()
        ?? (text.Text.AsSpan().ContainsAny('\n', '\r', '\t') || text.Text.AsSpan().Contains(FiveBlanks, StringComparison.Ordinal)
            ? Refusals.ParameterText($"Param text cannot have new-line/tab characters or more than 4 consecutive spaces: {text.Path}")
            : Json.Length(text.Text!) > limit ? Refusals.HydratedTextTooLong(text.Path, limit)
            : null);

    private static Refusal? Value(Place parameter, int limit)
    {
        Place currency = parameter["currency"];
        Place moment = parameter["date_time"];
        return parameter["type"].Text switch
        {
            "currency" => currency.NeedObject()
                ?? Line(currency["fallback_value"], limit)
                ?? currency["code"].NeedText()
                ?? currency["amount_1000"].NeedText()
                ?? (IsWhole(currency["amount_1000"]) ? null : currency["amount_1000"].Wrong("must be a whole number of thousandths")),
            "date_time" => moment.NeedObject() ?? Line(moment["fallback_value"], limit),
            _ => Line(parameter["text"], limit),
        };
    }

    private static bool IsWhole(Place amount) =>
        long.TryParse(
            amount.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
}
