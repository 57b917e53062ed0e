using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Storefronts;

/// <summary>Requires a time zone that the machine knows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IanaTimeZoneAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is string { Length: > 0 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
