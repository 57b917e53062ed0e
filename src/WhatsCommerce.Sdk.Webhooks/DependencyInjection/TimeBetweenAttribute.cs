using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>A length of time within limits, given in seconds, or none where there may be none. The framework's own attribute parses its limits by the current culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeBetweenAttribute(int leastSeconds, int mostSeconds) : ValidationAttribute
{
    public int LeastSeconds { get; } = leastSeconds;

    public int MostSeconds { get; } = mostSeconds;

    public override bool IsValid(object? value) =>
        value is null || (value is TimeSpan time && time >= TimeSpan.FromSeconds(LeastSeconds) && time <= TimeSpan.FromSeconds(MostSeconds));
}
