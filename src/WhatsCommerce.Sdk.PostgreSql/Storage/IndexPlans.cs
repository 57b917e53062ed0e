using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>Lets statements find their rows by indexes, whatever their tables held when they were planned.</summary>
internal static class IndexPlans
{
    /// <summary>
    /// What stands before them in a batch: it holds until the end of the batch, which is a transaction. The plan that is made then is kept
    /// with the prepared statement.
    /// </summary>
    public const string Prefer = """
        select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
            set_config('enable_mergejoin', 'off', true)
        """;

    /// <summary>Runs a batch, and reads the rows of its last statement.</summary>
    public static async ValueTask<List<T>> ReadLastAsync<T>(
        NpgsqlBatch batch, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            for (int i = 1; i < batch.BatchCommands.Count; i++)
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }

            List<T> rows = [];
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }
}
