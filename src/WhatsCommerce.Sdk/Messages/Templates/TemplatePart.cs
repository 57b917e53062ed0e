namespace WhatsCommerce.Messages;

/// <summary>A parameter of a component, of any type: one object of <c>parameters[]</c>.</summary>
internal abstract class TemplatePart
{
    /// <summary>The type on the wire.</summary>
    public abstract string Type { get; }

    /// <summary>The name of the variable that it stands for, if it has one.</summary>
    public virtual string? Name => null;

    /// <summary>The products that it shows.</summary>
    public virtual IEnumerable<RetailerId> Products => [];

    /// <summary>The path of the text that <see cref="Flatten"/> changes, relative to the parameter.</summary>
    public virtual string? FlatPath => null;

    /// <summary>Returns the parameter on one line: whitespace that Meta rejects in a variable is replaced by spaces.</summary>
    /// <returns>The same instance when unchanged.</returns>
    public virtual TemplatePart Flatten() => this;

    /// <summary>Checks it; paths are below the parameter.</summary>
    public abstract void Validate(Violations violations, TemplateParameterNames names);

    /// <summary>Checks what may have expired since the message was built.</summary>
    public virtual void ValidateAtSend(Violations violations) { }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes what follows the type.</summary>
    protected abstract void WriteMembers(Utf8JsonWriter writer);
}
