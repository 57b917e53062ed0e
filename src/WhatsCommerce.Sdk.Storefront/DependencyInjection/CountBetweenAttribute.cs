using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Storefronts;

/// <summary>Requires an integer within a range. The framework's attribute makes the generated validator read the current culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CountBetweenAttribute(int least, int most) : ValidationAttribute
{
    public int Least { get; } = least;
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is int number && number >= Least && number <= Most;
}
