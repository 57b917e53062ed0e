using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>A limit of bytes that fits into one array.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BodyLimitAttribute : ValidationAttribute
{
    private const int Largest = 1024 * 1024 * 1024;

    public override bool IsValid(object? value) => value is int limit and > 0 && limit <= Largest;
}
