using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Storefronts;

/// <summary>Requires host names, because a URL among them would match no link.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNamesAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> hosts
        && hosts.All(static host => host is not null && Uri.CheckHostName(host.Trim()) != UriHostNameType.Unknown);
}
