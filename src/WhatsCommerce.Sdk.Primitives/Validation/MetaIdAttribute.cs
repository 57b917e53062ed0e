using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Validation;

/// <summary>
/// Requires an id of options to be one that Meta can give: digits only. <see langword="null"/> and an empty text are valid, because they
/// mean that the option is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MetaIdAttribute : ValidationAttribute
{
    private const string Rule = "is an id and must be digits only, as Meta's dashboard shows it";

    /// <summary>Gets a value indicating whether the id is that of a phone number, which is easily confused with the number.</summary>
    public bool IsOfNumber { get; init; }

    /// <summary>Determines whether a text can be an id of Meta.</summary>
    /// <param name="id">The text.</param>
    public static bool Fits(string? id) => !string.IsNullOrEmpty(id) && !id.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Describes an id that is not valid. The text itself is left out: it may be a token at the wrong place.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="isOfNumber">Whether the id is that of a phone number.</param>
    public static string Problem(string name, bool isOfNumber) =>
        isOfNumber ? $"{name} {Rule}; a phone number with + is not its id." : $"{name} {Rule}.";

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null or "" || Fits(value as string)
            ? ValidationResult.Success
            : new(
                Problem(validationContext.DisplayName, IsOfNumber),
                validationContext.MemberName is { } member ? [member] : null);
}
