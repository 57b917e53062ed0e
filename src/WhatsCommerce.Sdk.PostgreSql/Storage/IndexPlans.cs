namespace WhatsCommerce.Webhooks;

/// <summary>Makes statements use indexes, whatever their tables contained when they were planned.</summary>
internal static class IndexPlans
{
    /// <summary>
    /// Precedes the statements in a batch: it applies until the end of the batch, which is a transaction. The resulting plan is kept with
    /// the prepared statement.
    /// </summary>
    /// <remarks>
    /// The plan is the same for every length of the lists, so it is made once for each connection (generic plan), and not for each of its
    /// first calls. JIT is off: if a large table makes the planner expect many rows, compilation takes a hundred times as long as
    /// execution.
    /// </remarks>
    public const string Prefer = """
        select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
            set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true),
            set_config('plan_cache_mode', 'force_generic_plan', true)
        """;

    /// <summary>
    /// Precedes statements that read the first of many rows: of the indexes that find the rows, the one is used that has them in their
    /// order. For a table that was empty, all of them look equally fast, and sorting too.
    /// </summary>
    public const string PreferInOrder = Prefer + ", set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)";

    /// <summary>Executes a batch, and reads the rows of its last statement.</summary>
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
