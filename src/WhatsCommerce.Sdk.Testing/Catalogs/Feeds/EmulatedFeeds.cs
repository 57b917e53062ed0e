using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Testing;

/// <summary>What the feeds of the local catalogs find at their addresses, and how they fail. Safe for use from several threads.</summary>
/// <remarks>Nothing is fetched from any network: an address that the test serves nothing at cannot be reached.</remarks>
public sealed class EmulatedFeeds
{
    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();

    internal EmulatedFeeds() { }

    /// <summary>Puts a file at an address, for uploads that name it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="content">The file: comma- or tab-separated, with the names of the fields in its first row.</param>
    public void Serve(Uri address, string content)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(content);
        _files[address.OriginalString] = content;
    }

    /// <summary>Lets the next upload fail as a whole.</summary>
    /// <param name="reason">Why, as its error tells.</param>
    public void FailNext(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _failures.Enqueue(reason);
    }

    internal bool TryFail([NotNullWhen(true)] out string? reason) => _failures.TryDequeue(out reason);

    internal string? Fetch(string address) => _files.GetValueOrDefault(address);
}
