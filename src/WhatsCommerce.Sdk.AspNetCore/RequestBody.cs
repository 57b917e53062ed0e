using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace WhatsCommerce.Webhooks;

/// <summary>Reads the body of a request into a new array.</summary>
internal static class RequestBody
{
    /// <summary>
    /// Reads the whole body. The array has the exact size and is not pooled, since the events hold slices of it for as long as handlers
    /// keep them.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">The maximum size.</param>
    /// <param name="cancellationToken">Ends the reading: at least when the request is aborted.</param>
    /// <returns>The body; <see langword="null"/> when it is larger than allowed.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int maxBytes, CancellationToken cancellationToken)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            return null;
        }

        // Raises the server's own limit, which may be smaller. Our limit is enforced below: the server also counts the framing of chunks,
        // so that the same number there would reject bodies at the limit.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } serverLimit)
        {
            serverLimit.MaxRequestBodySize = null;
        }

        // The pipe buffers only received bytes in its blocks, so that a client that announces a large body and sends little gets little
        // memory.
        PipeReader reader = context.Request.BodyReader;
        try
        {
            while (true)
            {
                ReadResult result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                ReadOnlySequence<byte> buffer = result.Buffer;
                if (buffer.Length > maxBytes)
                {
                    reader.AdvanceTo(buffer.End);
                    return null;
                }

                if (result.IsCompleted)
                {
                    byte[] body = buffer.ToArray();
                    reader.AdvanceTo(buffer.End);
                    return body;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
