using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>Requires a base URL to which the version and a path can be appended: without a version, query, fragment or user info.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class GraphRootAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not Uri { IsAbsoluteUri: true } address)
        {
            // Checked by another attribute.
            return ValidationResult.Success;
        }

        string[] path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        bool isMetas = address.Host.EndsWith(".facebook.com", StringComparison.OrdinalIgnoreCase);
        int version = Array.FindIndex(path, segment => IsVersion(segment, isMetas));
        string? problem = version >= 0 ? $"already holds the version {path[version]}, which GraphVersion says"
            : address.Query.Length > 0 ? "has a query"
            : address.Fragment.Length > 0 ? "has a fragment"
            : address.UserInfo.Length > 0 ? "has a user in it"
            : null;
        if (problem is null)
        {
            return ValidationResult.Success;
        }

        // The base URL is what precedes the version; what follows the version can only be the path of an endpoint.
        string kept = string.Concat(path.Take(version >= 0 ? version : path.Length).Select(segment => $"{segment}/"));
        return new ValidationResult(
            $"{validationContext.MemberName} {problem}: set it to {address.Scheme}://{address.Authority}/{kept}.",
            [validationContext.MemberName!]);
    }

    // v25.0; Meta's own hosts also accept v25, but a gateway may use its own version segments.
    private static bool IsVersion(string segment, bool mayLackPoint)
    {
        if (segment is not ['v' or 'V', .. string number])
        {
            return false;
        }

        string[] parts = number.Split('.');
        return parts.Length <= 2
            && (parts.Length == 2 || mayLackPoint)
            && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit));
    }
}
