using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace WhatsCommerce.Validation;

/// <summary>
/// Requires a whole number of options within a range; <see langword="null"/> is valid. The framework's attribute makes the generated
/// validator read the current culture, and its message does not say what was found.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberBetweenAttribute(int least, int most) : ValidationAttribute
{
    public int Least { get; } = least;
    public int Most { get; } = most;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null || (value is int number && number >= Least && number <= Most)
            ? ValidationResult.Success
            : new(
                string.Create(CultureInfo.InvariantCulture, $"{FormatErrorMessage(validationContext.DisplayName)} It is {value}."),
                validationContext.MemberName is { } member ? [member] : null);
}
