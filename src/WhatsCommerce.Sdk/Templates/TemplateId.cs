using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Templates;

/// <summary>The id of a template in one language. Digits.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
public readonly record struct TemplateId
{
    /// <summary>Takes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public TemplateId(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The id, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is an id.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Takes the id from its text.</summary>
    /// <param name="value">The id as Meta prints it.</param>
    public static implicit operator TemplateId(string? value) => new(value);

    /// <summary>The id itself, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
