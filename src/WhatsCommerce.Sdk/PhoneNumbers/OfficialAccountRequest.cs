namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the data of a request for the blue badge of an official business account.</summary>
/// <remarks>
/// Meta's page names these members and limits the links to five; its OpenAPI v23.0 describes others (<c>action</c>,
/// <c>application_data</c>) for the same endpoint. The SDK follows the page. Source: Meta, official-business-accounts.
/// </remarks>
public sealed record OfficialAccountRequest
{
    /// <summary><c>business_website_url</c>. Required.</summary>
    [JsonPropertyName("business_website_url")]
    public Uri? Website { get; init; }

    /// <summary><c>primary_country_of_operation</c>, such as <c>United States of America</c>. Required.</summary>
    [JsonPropertyName("primary_country_of_operation")]
    public string? Country { get; init; }

    /// <summary><c>primary_language</c>, such as <c>English</c>.</summary>
    [JsonPropertyName("primary_language"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary><c>parent_business_or_brand</c>: the parent business or brand.</summary>
    [JsonPropertyName("parent_business_or_brand"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ParentBrand { get; init; }

    /// <summary><c>supporting_links</c>: at most five articles that show the notability of the business.</summary>
    public IReadOnlyList<Uri> SupportingLinks { get; init; } = [];

    /// <summary><c>additional_supporting_information</c>: further information for the review.</summary>
    [JsonPropertyName("additional_supporting_information"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AdditionalInformation { get; init; }

    internal void Check()
    {
        Violations violations = new();
        violations.RequireUrl("business_website_url", Website?.OriginalString, "The business");
        violations.RequireText("primary_country_of_operation", Country, "The country of operation");
        violations.LimitCount("supporting_links", SupportingLinks.Count, PhoneNumberLimits.SupportingLinks, "links");
        for (int i = 0; i < SupportingLinks.Count; i++)
        {
            violations.RequireUrl(new WirePath("supporting_links[{0}]", i), SupportingLinks[i]?.OriginalString, "The link");
        }

        violations.RequireWellFormed("additional_supporting_information", AdditionalInformation, "The information");
        violations.ThrowIfAny("The request for an official business account was not sent");
    }
}
