namespace WhatsCommerce.Testing.Judging.Catalog;

/// <summary>
/// The rules for a catalog item, with the messages of <c>items_batch</c>. Problems of the item itself are reported immediately; problems
/// that Meta finds only while it processes a batch (images and pages that cannot be fetched) are reported when the batch has ended. Meta
/// does not document which problems are reported when. Source: Meta, catalog feed specification and product-catalog/items_batch.
/// </summary>
internal static class ItemRules
{
    private static readonly string[] Availabilities =
        ["in stock", "out of stock", "preorder", "available for order", "discontinued", "pending", "mark_as_sold"];

    private static readonly (string Name, int Limit)[] Texts =
        [("title", Limits.ItemTitle), ("description", Limits.ItemDescription), ("brand", Limits.ItemBrand)];

    /// <summary>The fields that every item must have.</summary>
    public static IReadOnlyList<string> RequiredFields { get; } = ["title", "price", "link", "image_link"];

    /// <summary>The errors in the data of one request that are reported immediately.</summary>
    public static List<string> Judge(JsonElement? data, string method)
    {
        List<string> errors = [];
        string? id = data.TextMember("id");
        if (string.IsNullOrWhiteSpace(id))
        {
            errors.Add("A required field is missing: id.");
        }
        else if (Json.Length(id) > Limits.RetailerId)
        {
            errors.Add($"The id has more than {Number(Limits.RetailerId)} characters.");
        }

        switch (method)
        {
            case "DELETE":
                break;
            case "CREATE" or "UPDATE":
                JudgeFields(data, isWhole: method == "CREATE", errors);
                break;
            default:
                errors.Add($"The method must be one of CREATE, UPDATE, DELETE; found '{method}'.");
                break;
        }

        return errors;
    }

    /// <summary>The error in the data that is found only during processing: URLs that cannot be fetched.</summary>
    public static string? JudgeLater(JsonElement? data)
    {
        foreach (string name in (ReadOnlySpan<string>)["link", "image_link"])
        {
            if (data.TextMember(name) is { } address && !RequestRules.IsWebAddress(address))
            {
                return $"The {name} cannot be fetched: it is not an http or https URL.";
            }
        }

        return null;
    }

    public static bool IsAvailability(string text) => Availabilities.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses the period of a sale price: two ISO 8601 times, separated by a slash.</summary>
    public static bool TryReadPeriod(string text, out DateTimeOffset start, out DateTimeOffset end)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        end = default;
        return TryReadTime(text.AsSpan(0, Math.Max(slash, 0)), out start) && TryReadTime(text.AsSpan(slash + 1), out end);
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static void JudgeFields(JsonElement? data, bool isWhole, List<string> errors)
    {
        foreach (string name in isWhole ? RequiredFields : [])
        {
            if (string.IsNullOrWhiteSpace(data.TextMember(name)))
            {
                errors.Add($"A required field is missing: {name}.");
            }
        }

        foreach (string name in isWhole ? [] : (string[])["title", "price"])
        {
            if (data.TextMember(name) is { } text && string.IsNullOrWhiteSpace(text))
            {
                errors.Add($"A required field cannot be emptied: {name}.");
            }
        }

        foreach ((string name, int limit) in Texts)
        {
            if (data.TextMember(name) is { } text && Json.Length(text) > limit)
            {
                errors.Add($"The {name} has more than {Number(limit)} characters.");
            }
        }

        foreach (string name in (ReadOnlySpan<string>)["price", "sale_price"])
        {
            if (data.TextMember(name) is { Length: > 0 } price && !Prices.TryRead(price, out _, out _))
            {
                errors.Add($"The {name} '{price}' is not an amount with a currency, such as 9.99 USD.");
            }
        }

        if (data.TextMember("sale_price_effective_date") is { Length: > 0 } period && !TryReadPeriod(period, out _, out _))
        {
            errors.Add(
                $"The sale_price_effective_date '{period}' is not a start and an end, such as "
                    + "2026-12-01T08:00+00:00/2026-12-24T20:00+00:00.");
        }

        if (data.TextMember("availability") is { } availability && !IsAvailability(availability))
        {
            errors.Add($"The availability '{availability}' is not one of {string.Join(", ", Availabilities)}.");
        }

        if (data.TextMember("wa_compliance_category") is { Length: > 0 } category and not ("DEFAULT" or "COUNTRY_ORIGIN_EXEMPT"))
        {
            errors.Add($"The wa_compliance_category '{category}' is not one of DEFAULT, COUNTRY_ORIGIN_EXEMPT.");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
