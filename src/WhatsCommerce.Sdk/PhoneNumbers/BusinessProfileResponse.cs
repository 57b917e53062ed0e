namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON of a profile. Meta's OpenAPI nests it in <c>business_profile</c>.</summary>
internal sealed record BusinessProfileResponse(
    string? About,
    string? Address,
    string? Description,
    string? Email,
    string? ProfilePictureUrl,
    IReadOnlyList<string>? Websites,
    string? Vertical,
    BusinessProfileResponse? BusinessProfile)
{
    public BusinessProfile ToProfile() => BusinessProfile?.ToProfile() ?? new()
    {
        About = About,
        Address = Address,
        Description = Description,
        Email = Email,
        ProfilePictureUrl = ToUri(ProfilePictureUrl),
        Websites = [.. (Websites ?? []).Select(ToUri).OfType<Uri>()],
        Vertical = new(Vertical),
    };

    private static Uri? ToUri(string? text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri) ? uri : null;
}
