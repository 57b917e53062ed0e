namespace WhatsCommerce.Groups;

/// <summary>Represents a change of a group; members that are <see langword="null"/> stay unchanged.</summary>
/// <remarks>Change the picture with <see cref="GroupsClient.UpdatePictureAsync"/>. Source: Meta, groups/reference, update group
/// settings.</remarks>
public sealed record GroupUpdate : IJsonBody
{
    /// <summary><c>subject</c>: 1 to 128 characters.</summary>
    public string? Subject { get; init; }

    /// <summary><c>description</c>: at most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Returns which members are set; the texts may contain names of people.</summary>
    public override string ToString() =>
        $"GroupUpdate {{ ChangesSubject = {Subject is not null}, ChangesDescription = {Description is not null} }}";

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        if (Subject is null && Description is null)
        {
            violations.Add("(body)", ViolationRule.Required, "Nothing would be changed: set at least one member.");
        }

        if (Subject is not null)
        {
            violations.RequireText("subject", Subject, GroupLimits.SubjectLength, "The subject");
        }

        violations.LimitText("description", Description, GroupLimits.DescriptionLength, "The description");
        violations.ThrowIfAny("The group was not changed");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteChange("subject"u8, Subject);
        writer.WriteChange("description"u8, Description);
        writer.WriteEndObject();
    }
}
