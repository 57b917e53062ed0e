using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>Requires a URL that customers' data may be sent to: https, or a loopback address.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ForwardAddressAttribute : ValidationAttribute
{
    public ForwardAddressAttribute()
        : base("{0} must be an absolute https address, or an http address of this machine (localhost), without a user name.") { }

    public override bool IsValid(object? value) => value is Uri { IsAbsoluteUri: true, UserInfo: "" } address
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
