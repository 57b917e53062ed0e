namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the business profile that customers see. Members that are not set are <see langword="null"/>.</summary>
/// <remarks>Source: Meta, whatsapp_business_profile reference.</remarks>
public sealed record BusinessProfile
{
    /// <summary><c>about</c>: the short text under the name.</summary>
    public string? About { get; init; }

    /// <summary><c>address</c>: the postal address.</summary>
    public string? Address { get; init; }

    /// <summary><c>description</c>: the description of the business.</summary>
    public string? Description { get; init; }

    /// <summary><c>email</c>: the e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary><c>profile_picture_url</c>: a URL at Meta that expires.</summary>
    public Uri? ProfilePictureUrl { get; init; }

    /// <summary><c>websites</c>: the websites, at most two.</summary>
    public IReadOnlyList<Uri> Websites { get; init; } = [];

    /// <summary><c>vertical</c>: the line of business.</summary>
    public BusinessVertical Vertical { get; init; }
}
