using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>
/// Stripe's form: <c>line_items[0][price_data][currency]=usd</c> as the JSON object that it stands for, all values as texts. A list is an
/// object with numbers as names until <see cref="Items"/> reads it.
/// </summary>
internal static class StripeForm
{
    private const int MaxFields = 5_000;
    private const int MaxDepth = 8;

    public static JsonObject Parse(IEnumerable<KeyValuePair<string, string?>> fields)
    {
        JsonObject root = [];
        int count = 0;
        foreach ((string name, string? value) in fields)
        {
            if (++count > MaxFields)
            {
                throw new StripeRefusal("The request has too many parameters.");
            }

            Put(root, name, value ?? "");
        }

        return root;
    }

    public static JsonObject Parse(LocalRequest request) => Parse(
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));

    /// <summary>The parameters of a query.</summary>
    public static JsonObject ParseQuery(LocalRequest request) => Parse(
        request.Query.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));

    /// <summary>A whole number, or null when it is absent.</summary>
    public static long? Whole(this JsonObject? form, string name, string? param = null) => form.Text(name) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new StripeRefusal($"Invalid integer: {text}") { Param = param ?? name, Code = "parameter_invalid_integer" };

    /// <summary>The items of a list: <c>name[0]</c>, <c>name[1]</c>, or <c>name[]</c>.</summary>
    public static IReadOnlyList<JsonNode> Items(this JsonObject? form, string name) =>
        form?[name] is JsonObject list ? [.. list.Select(item => item.Value!)] : [];

    private static void Put(JsonObject root, string name, string value)
    {
        string[] parts = name.Split('[', MaxDepth + 1);
        if (parts.Length > MaxDepth || parts.Skip(1).Any(part => !part.EndsWith(']')))
        {
            throw new StripeRefusal($"Invalid parameter name: {name}") { Param = name };
        }

        JsonObject at = root;
        for (int i = 0; i < parts.Length; i++)
        {
            string part = i == 0 ? parts[i] : parts[i][..^1];
            part = part.Length == 0 ? at.Count.ToString(CultureInfo.InvariantCulture) : part;
            if (i == parts.Length - 1)
            {
                at[part] = value;
            }
            else if (at[part] is JsonObject next)
            {
                at = next;
            }
            else if (at.ContainsKey(part))
            {
                throw new StripeRefusal($"Invalid object: {name}") { Param = name };
            }
            else
            {
                JsonObject made = [];
                at[part] = made;
                at = made;
            }
        }
    }
}
