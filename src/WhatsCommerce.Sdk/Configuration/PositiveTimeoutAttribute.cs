using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>Requires a time that a timer can measure; <see langword="null"/> is valid.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PositiveTimeoutAttribute : ValidationAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public override bool IsValid(object? value) =>
        value is null || (value is TimeSpan timeout && timeout > TimeSpan.Zero && timeout <= Longest);
}
