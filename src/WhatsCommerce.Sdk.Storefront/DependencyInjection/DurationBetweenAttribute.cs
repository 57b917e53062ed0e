using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Storefronts;

/// <summary>Requires a time span within a range of seconds. The framework's attribute parses its limits with the current culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationBetweenAttribute(int leastSeconds, int mostSeconds) : ValidationAttribute
{
    public int LeastSeconds { get; } = leastSeconds;
    public int MostSeconds { get; } = mostSeconds;

    // RequiredAttribute checks whether a value is present.
    public override bool IsValid(object? value) => value is null
        || (value is TimeSpan time && time >= TimeSpan.FromSeconds(LeastSeconds) && time <= TimeSpan.FromSeconds(MostSeconds));
}
