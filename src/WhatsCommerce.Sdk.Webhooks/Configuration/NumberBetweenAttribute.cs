using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Requires an integer within a range; <see langword="null"/> is valid. The framework's attribute makes the generated validator read the
/// current culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberBetweenAttribute(int least, int most) : ValidationAttribute
{
    public int Least { get; } = least;
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is null || (value is int number && number >= Least && number <= Most);
}
