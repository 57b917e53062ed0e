using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// The embeddings of products, normalized to length 1, so that the dot product of two vectors is their cosine similarity.
/// </summary>
internal sealed class ProductVectors(IEmbeddingGenerator<string, Embedding<float>> generator, int batchSize)
{
    private const int LongestText = 500;

    private readonly ConcurrentDictionary<RetailerId, (string Text, float[] Vector)> _vectors = new();

    /// <summary>Embeds the products whose text is new.</summary>
    public async Task AddAsync(IEnumerable<SearchProduct> products, CancellationToken cancellationToken)
    {
        IEnumerable<(RetailerId Id, string Text)> fresh = products
            .Where(static product => product.RetailerId.HasValue)
            .Select(static product => (Id: product.RetailerId, Text: TextOf(product)))
            .Where(one => !_vectors.TryGetValue(one.Id, out (string Text, float[]) known) || known.Text != one.Text);
        foreach ((RetailerId Id, string Text)[] batch in fresh.Chunk(batchSize))
        {
            GeneratedEmbeddings<Embedding<float>> embeddings = await generator
                .GenerateAsync(batch.Select(static one => one.Text), cancellationToken: cancellationToken).ConfigureAwait(false);
            if (embeddings.Count != batch.Length)
            {
                throw new InvalidOperationException(
                    $"The generator returned {Plural.Of(embeddings.Count, "embedding")} for {Plural.Of(batch.Length, "text")}, so "
                        + "that they cannot be matched.");
            }

            for (int i = 0; i < batch.Length; i++)
            {
                _vectors[batch[i].Id] = (batch[i].Text, Normalized(embeddings[i].Vector.Span));
            }
        }
    }

    /// <summary>Removes products.</summary>
    public void Remove(IEnumerable<RetailerId> products)
    {
        foreach (RetailerId product in products)
        {
            _vectors.TryRemove(product, out _);
        }
    }

    /// <summary>Removes all products except these.</summary>
    public void Keep(IReadOnlySet<RetailerId> products) => Remove(_vectors.Keys.Where(id => !products.Contains(id)));

    /// <summary>Embeds a query.</summary>
    public async Task<float[]> EmbedAsync(string query, CancellationToken cancellationToken)
    {
        GeneratedEmbeddings<Embedding<float>> embeddings = await generator
            .GenerateAsync([query.Length > LongestText ? query[..LongestText] : query], cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return embeddings.Count == 0 ? [] : Normalized(embeddings[0].Vector.Span);
    }

    /// <summary>
    /// Returns the cosine similarity of a product and a query, from -1 to 1; 0 when it has no embedding of the same length.
    /// </summary>
    public float NearnessOf(RetailerId product, float[] query) =>
        _vectors.TryGetValue(product, out (string, float[] Vector) known) && known.Vector.Length == query.Length
            ? Dot(known.Vector, query)
            : 0;

    /// <summary>The most important fields come first, because models truncate long texts.</summary>
    private static string TextOf(SearchProduct product)
    {
        string text = string.Join(
            ". ",
            new[] { product.Title, product.Options, product.Brand, product.Category, product.Description }
                .Where(static part => !string.IsNullOrWhiteSpace(part)));
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    private static float[] Normalized(ReadOnlySpan<float> vector)
    {
        float[] normalized = vector.ToArray();
        float length = MathF.Sqrt(Dot(normalized, normalized));
        if (!float.IsFinite(length) || length == 0)
        {
            return [];
        }

        for (int i = 0; i < normalized.Length; i++)
        {
            normalized[i] /= length;
        }

        return normalized;
    }

    private static float Dot(float[] left, float[] right)
    {
        ReadOnlySpan<Vector<float>> leftParts = MemoryMarshal.Cast<float, Vector<float>>(left);
        ReadOnlySpan<Vector<float>> rightParts = MemoryMarshal.Cast<float, Vector<float>>(right);
        Vector<float> sums = default;
        for (int i = 0; i < leftParts.Length; i++)
        {
            sums += leftParts[i] * rightParts[i];
        }

        float sum = Vector.Sum(sums);
        for (int i = leftParts.Length * Vector<float>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
