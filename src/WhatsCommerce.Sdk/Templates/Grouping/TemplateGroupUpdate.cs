namespace WhatsCommerce.Templates;

/// <summary>A change of a group of templates; members that are <see langword="null"/> or empty are unchanged.</summary>
/// <remarks>Source: Meta, templates/template-groups, update a template group.</remarks>
public sealed record TemplateGroupUpdate : IJsonBody
{
    /// <summary><c>name</c>, unique among the groups; at most 256 characters.</summary>
    public string? Name { get; init; }

    /// <summary><c>description</c>: at most 512 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>add_templates</c>: templates that are not in a group yet.</summary>
    public IReadOnlyList<TemplateId> Added { get; init => field = [.. value]; } = [];

    /// <summary><c>remove_templates</c>. Their contributions stay in the group's analytics.</summary>
    public IReadOnlyList<TemplateId> Removed { get; init => field = [.. value]; } = [];

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        if (Name is null && Description is null && Added.Count == 0 && Removed.Count == 0)
        {
            violations.Add("(body)", ViolationRule.Required, "Nothing would be changed: set at least one member.");
        }

        if (Name is not null)
        {
            violations.RequireText("name", Name, TemplateLimits.GroupName, "The name of the group");
        }

        violations.LimitText("description", Description, TemplateLimits.GroupDescription, "The description");
        if (Added.Intersect(Removed).Any())
        {
            violations.Add("add_templates", ViolationRule.NotAllowed, "A template is added and removed at once: name it in one of both.");
        }

        violations.ThrowIfAny("The group of templates was not changed");
        TemplateGroupBody.CheckIds(Added, nameof(Added));
        TemplateGroupBody.CheckIds(Removed, nameof(Removed));
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteChange("name"u8, Name);
        writer.WriteChange("description"u8, Description);
        TemplateGroupBody.WriteIds(writer, "add_templates"u8, Added);
        TemplateGroupBody.WriteIds(writer, "remove_templates"u8, Removed);
        writer.WriteEndObject();
    }
}
