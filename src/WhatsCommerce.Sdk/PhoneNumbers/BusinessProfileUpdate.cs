using System.Text.Json;
using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.PhoneNumbers;

/// <summary>What is to be changed of the profile that customers see; what is <see langword="null"/> stays as it is.</summary>
/// <remarks>Source: Meta, whatsapp_business_profile reference.</remarks>
public sealed record BusinessProfileUpdate : IJsonBody
{
    /// <summary>From 1 to 139 characters.</summary>
    public string? About { get; init; }

    /// <summary>At most 256 characters; an empty text removes it.</summary>
    public string? Address { get; init; }

    /// <summary>At most 512 characters; an empty text removes it.</summary>
    public string? Description { get; init; }

    /// <summary>At most 128 characters; an empty text removes it.</summary>
    public string? Email { get; init; }

    /// <summary>At most two, each of at most 256 characters; an empty list removes them.</summary>
    public IReadOnlyList<Uri>? Websites { get; init; }

    /// <summary>The line of business.</summary>
    public BusinessVertical? Vertical { get; init; }

    /// <summary>The handle of a picture that was uploaded with Meta's Resumable Upload API.</summary>
    public string? ProfilePictureHandle { get; init; }

    /// <exception cref="RequestValidationException">A rule is broken.</exception>
    internal void Check()
    {
        RequestRules rules = new();
        if (this == new BusinessProfileUpdate())
        {
            rules.Add("(body)", "Nothing would be changed: set at least one member.");
        }

        rules.Text("about", About, PhoneNumberLimits.AboutLength, shortest: 1);
        rules.Text("address", Address, PhoneNumberLimits.AddressLength);
        rules.Text("description", Description, PhoneNumberLimits.DescriptionLength);
        rules.Email("email", Email is "" ? null : Email, PhoneNumberLimits.EmailLength);
        if (Websites is { Count: > PhoneNumberLimits.Websites })
        {
            rules.Add("websites", "A profile has at most two websites.");
        }

        for (int i = 0; i < Websites?.Count; i++)
        {
            rules.WebAddress(FormattableString.Invariant($"websites[{i}]"), Websites[i], PhoneNumberLimits.WebsiteLength);
        }

        rules.ThrowIfBroken("The business profile");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        WriteIfSet(writer, "about"u8, About);
        WriteIfSet(writer, "address"u8, Address);
        WriteIfSet(writer, "description"u8, Description);
        WriteIfSet(writer, "email"u8, Email);
        if (Websites is not null)
        {
            writer.WriteStartArray("websites"u8);
            foreach (Uri website in Websites)
            {
                writer.WriteStringValue(website.AbsoluteUri);
            }

            writer.WriteEndArray();
        }

        WriteIfSet(writer, "vertical"u8, Vertical?.Value);
        WriteIfSet(writer, "profile_picture_handle"u8, ProfilePictureHandle);
        writer.WriteEndObject();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
