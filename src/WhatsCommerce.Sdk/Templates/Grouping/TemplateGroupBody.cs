namespace WhatsCommerce.Templates;

/// <summary>The JSON that creates a group of templates. Ids are numbers there, as in Meta's example.</summary>
internal sealed class TemplateGroupBody(string? name, string? description, TemplateId[] templates) : IJsonBody
{
    public void Check()
    {
        Violations violations = new();
        violations.RequireText("name", name, TemplateLimits.GroupName, "The name of the group");
        violations.LimitText("description", description, TemplateLimits.GroupDescription, "The description");
        violations.RequireCount("whatsapp_business_templates", templates.Length, int.MaxValue, "templates");
        violations.ThrowIfAny("The group of templates was not created");
        CheckIds(templates, nameof(templates));
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteOptional("description"u8, description);
        WriteIds(writer, "whatsapp_business_templates"u8, templates);
        writer.WriteEndObject();
    }

    /// <exception cref="ArgumentException">An id is not a valid Meta id.</exception>
    internal static void CheckIds(IEnumerable<TemplateId> templates, string name)
    {
        foreach (TemplateId template in templates)
        {
            if (!GraphPath.Check(template).Value!.All(char.IsAsciiDigit))
            {
                throw new ArgumentException("The id of a template is digits only; nothing was sent.", name);
            }
        }
    }

    /// <summary>Writes a list of ids, unless it is empty.</summary>
    internal static void WriteIds(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<TemplateId> templates)
    {
        if (templates.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (TemplateId template in templates)
        {
            writer.WriteRawValue(template.Value!);
        }

        writer.WriteEndArray();
    }
}
