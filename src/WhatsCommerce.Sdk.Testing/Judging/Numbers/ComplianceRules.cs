namespace WhatsCommerce.Testing.Judging.Numbers;

/// <summary>
/// The rules for <c>business_compliance_info</c>, which India requires of businesses that sell. Source: Meta's published OpenAPI
/// description.
/// </summary>
internal static class ComplianceRules
{
    private const string EntityTypes =
        "LIMITED_LIABILITY_PARTNERSHIP, SOLE_PROPRIETORSHIP, PARTNERSHIP, PUBLIC_COMPANY, PRIVATE_COMPANY, OTHER";

    public static Refusal? Judge(JsonElement? info)
    {
        string? name = info.TextMember("entity_name");
        string type = info.TextMember("entity_type")?.ToUpperInvariant() ?? "";
        bool isOther = type == "OTHER";
        bool hasCustom = !string.IsNullOrWhiteSpace(info.TextMember("entity_type_custom"));
        return RequestRules.MessagingProduct(info)
            ?? (string.IsNullOrWhiteSpace(name) ? Refusals.Required("entity_name")
            : Json.Length(name) is < 2 or > 128 ? Wrong("Invalid parameter: entity_name must be between 2 and 128 characters")
            : type.Length == 0 ? Refusals.Required("entity_type")
            : !EntityTypes.Split(", ").Contains(type) ? Wrong("Invalid parameter: entity_type must be a valid enum value")
            : isOther && !hasCustom ? Wrong("Entity_type_custom is mandatory for OTHER entity type")
            : !isOther && hasCustom ? Unprocessable("Entity type custom can only be used with OTHER entity type")
            : info.Member("is_registered") is not null && type is not ("OTHER" or "PARTNERSHIP")
                ? Wrong("is_registered required only when entity_type is set to Other or Partnership")
            : info.Member("is_registered") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) } ? Wrong(
                "Invalid parameter: is_registered must be a boolean")
            : Contact(info, "grievance_officer_details", needsName: true) ?? Contact(info, "customer_care_details", needsName: false));
    }

    /// <summary>100 unless the request is for WhatsApp.</summary>
    private static Refusal? Contact(JsonElement? info, string member, bool needsName)
    {
        JsonElement? contact = info.ObjectMember(member);
        if (contact is null)
        {
            return Refusals.Required(member);
        }

        if (needsName && (string.IsNullOrWhiteSpace(contact.TextMember("name")) || Json.Length(contact.TextMember("name")!) > 128))
        {
            return Wrong($"Invalid parameter: {member}['name'] must have 1 to 128 characters");
        }

        if (!IsEmail(contact.TextMember("email")))
        {
            return Wrong($"Invalid parameter: {member}['email'] must be a valid email address of at most 128 characters");
        }

        return IsPhone(contact.TextMember("mobile_number")) && IsPhone(contact.TextMember("landline_number"))
            ? null
            : Unprocessable("Invalid phone number format. Must include country code");
    }

    public static bool IsEmail(string? text) =>
        text is { Length: <= 128 }
            && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && at < text.Length - 1
            && !text.Contains(' ', StringComparison.Ordinal);

    // A + and at most 15 digits without a leading zero; the number is optional.
    private static bool IsPhone(string? text) =>
        string.IsNullOrEmpty(text)
            || text is ['+', >= '1' and <= '9', .. { Length: >= 1 and <= 14 } rest] && !rest.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static Refusal Wrong(string message) => new(400, 100, message);

    private static Refusal Unprocessable(string message) => new(422, 100, message) { Type = "GraphMethodException" };
}
