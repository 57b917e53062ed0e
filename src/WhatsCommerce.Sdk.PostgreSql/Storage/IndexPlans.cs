namespace WhatsCommerce.Webhooks;

/// <summary>Lets statements find their rows by indexes, whatever their tables held when they were planned.</summary>
internal static class IndexPlans
{
    /// <summary>
    /// What stands before them in a batch: it holds until the end of the batch, which is a transaction. The plan that is made then is kept
    /// with the prepared statement.
    /// </summary>
    /// <remarks>
    /// The plan is the same for every length of the lists, so it is made once for each connection, and not anew for each of its first
    /// calls. Nor is it compiled: where a long table makes the planner expect many rows, compiling takes a hundred times as long as
    /// running.
    /// </remarks>
    public const string Prefer = """
        select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
            set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true),
            set_config('plan_cache_mode', 'force_generic_plan', true)
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
