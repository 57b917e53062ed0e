using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Requires a time span within a range given in seconds; <see langword="null"/> is valid. The framework's attribute parses its limits with
/// the current culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeBetweenAttribute(int leastSeconds, int mostSeconds) : ValidationAttribute
{
    public int LeastSeconds { get; } = leastSeconds;
    public int MostSeconds { get; } = mostSeconds;

    public override bool IsValid(object? value) =>
        value is null
        || (value is TimeSpan time && time >= TimeSpan.FromSeconds(LeastSeconds) && time <= TimeSpan.FromSeconds(MostSeconds));
}
