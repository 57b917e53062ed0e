using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>Requires valid request headers, because invalid ones would be omitted silently.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ForwardHeadersAttribute : ValidationAttribute
{
    public ForwardHeadersAttribute()
        : base("{0} has one that a request cannot carry: its name must be that of a request header, such as X-Tenant, and its value in one "
            + "line.")
    {
    }

    public override bool IsValid(object? value)
    {
        using HttpRequestMessage request = new();
        return value is IDictionary<string, string> headers && headers.All(header =>
            header.Value?.AsSpan().ContainsAny('\r', '\n') == false
            && request.Headers.TryAddWithoutValidation(header.Key, header.Value));
    }
}
