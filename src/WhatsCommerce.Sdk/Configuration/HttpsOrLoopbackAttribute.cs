using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>Requires a URL that a token may be sent to: https, or a loopback address.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpsOrLoopbackAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is Uri { IsAbsoluteUri: true } address
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
