using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Testing;

/// <summary>The files that catalog feeds download, and faults of feeds. Thread-safe.</summary>
/// <remarks>Nothing is downloaded from any network: only URLs that the test serves can be reached.</remarks>
public sealed class EmulatedFeeds
{
    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();

    internal EmulatedFeeds() { }

    /// <summary>Serves a file at a URL, for feed uploads.</summary>
    /// <param name="address">The URL.</param>
    /// <param name="content">The file: comma- or tab-separated, with the names of the fields in its first row.</param>
    public void Serve(Uri address, string content)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(content);
        _files[address.OriginalString] = content;
    }

    /// <summary>Makes the next upload fail as a whole.</summary>
    /// <param name="reason">The reason in the error.</param>
    public void FailNext(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _failures.Enqueue(reason);
    }

    internal bool TryFail([NotNullWhen(true)] out string? reason) => _failures.TryDequeue(out reason);

    internal string? Fetch(string address) => _files.GetValueOrDefault(address);
}
