namespace WhatsCommerce.PhoneNumbers;

/// <summary>
/// Represents a change of the business profile that customers see; members that are <see langword="null"/> are unchanged.
/// </summary>
/// <remarks>Source: Meta, whatsapp_business_profile reference.</remarks>
public sealed record BusinessProfileUpdate : IJsonBody
{
    /// <summary>The "about" text: 1 to 139 characters.</summary>
    public string? About { get; init; }

    /// <summary>The address: at most 256 characters; an empty text clears it.</summary>
    public string? Address { get; init; }

    /// <summary>The description: at most 512 characters; an empty text clears it.</summary>
    public string? Description { get; init; }

    /// <summary>The e-mail address: at most 128 characters; an empty text clears it.</summary>
    public string? Email { get; init; }

    /// <summary>The websites: at most two, each of at most 256 characters; an empty list clears them.</summary>
    public IReadOnlyList<Uri>? Websites { get; init; }

    /// <summary>The line of business.</summary>
    public BusinessVertical? Vertical { get; init; }

    /// <summary>The handle of a picture that was uploaded with Meta's Resumable Upload API.</summary>
    public string? ProfilePictureHandle { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        if (this == new BusinessProfileUpdate())
        {
            violations.Add("(body)", ViolationRule.Required, "Nothing would be changed: set at least one member.");
        }

        violations.LimitText("about", About, PhoneNumberLimits.AboutLength, "The text", minimum: 1);
        violations.LimitText("address", Address, PhoneNumberLimits.AddressLength, "The address");
        violations.LimitText("description", Description, PhoneNumberLimits.DescriptionLength, "The description");
        violations.AllowEmail("email", Email is "" ? null : Email, PhoneNumberLimits.EmailLength, "It");
        violations.LimitCount("websites", Websites?.Count ?? 0, PhoneNumberLimits.Websites, "websites");
        for (int i = 0; i < Websites?.Count; i++)
        {
            violations.AllowUrl(new("websites[{0}]", i), Websites[i], PhoneNumberLimits.WebsiteLength, "It");
        }

        violations.ThrowIfAny("The business profile was not sent");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteChange("about"u8, About);
        writer.WriteChange("address"u8, Address);
        writer.WriteChange("description"u8, Description);
        writer.WriteChange("email"u8, Email);
        if (Websites is not null)
        {
            writer.WriteStartArray("websites"u8);
            foreach (Uri website in Websites)
            {
                writer.WriteStringValue(website.AbsoluteUri);
            }

            writer.WriteEndArray();
        }

        writer.WriteChange("vertical"u8, Vertical?.Value);
        writer.WriteChange("profile_picture_handle"u8, ProfilePictureHandle);
        writer.WriteEndObject();
    }
}
