namespace WhatsCommerce.Groups;

/// <summary>Represents a group to create.</summary>
/// <remarks>Source: Meta, groups/reference, create group.</remarks>
public sealed record GroupDraft : IJsonBody
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="subject">See <see cref="Subject"/>.</param>
    public GroupDraft(string subject) => Subject = subject;

    /// <summary><c>subject</c>: 1 to 128 characters; Meta trims spaces.</summary>
    public string Subject { get; init; }

    /// <summary><c>description</c>: at most 2048 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>join_approval_mode</c>; by default participants join immediately.</summary>
    public JoinApprovalMode JoinApprovalMode { get; init; }

    /// <summary>Returns the mode; the texts may contain names of people.</summary>
    public override string ToString() => $"GroupDraft {{ JoinApprovalMode = {JoinApprovalMode} }}";

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        violations.RequireText("subject", Subject, GroupLimits.SubjectLength, "The subject");
        violations.LimitText("description", Description, GroupLimits.DescriptionLength, "The description");
        violations.ThrowIfAny("The group was not created");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteString("subject"u8, Subject);
        writer.WriteOptional("description"u8, Description);
        writer.WriteOptional("join_approval_mode"u8, JoinApprovalMode.Value);
        writer.WriteEndObject();
    }
}
