using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>A time-out that a timer can measure.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PositiveTimeoutAttribute : ValidationAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public override bool IsValid(object? value) => value is TimeSpan timeout && timeout > TimeSpan.Zero && timeout <= Longest;
}
