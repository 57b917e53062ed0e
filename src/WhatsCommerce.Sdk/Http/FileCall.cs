using Polly;

namespace WhatsCommerce.Http;

/// <summary>The download of one file.</summary>
internal sealed class FileCall : GraphCall
{
    public required Uri Address { get; init; }

    public override Uri Server => Address;

    public override ValueTask<Outcome<object>> ExchangeAsync(string token, CancellationToken cancellationToken) =>
        Transport.OpenAsync(this, token, cancellationToken);
}
