namespace WhatsCommerce.Emulator.Commands;

/// <summary>Prints notices about discarded data: each kind at its first occurrence, and again at each tenfold count.</summary>
internal sealed class NoticeScreen(CloudApiEmulator cloud, Screen screen)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Follows the notices until the command ends.</summary>
    public async Task FollowAsync(CancellationToken end)
    {
        Dictionary<string, long> printed = new(StringComparer.Ordinal);
        EmulatorRevisions? seen = null;
        while (true)
        {
            seen = await cloud.WhenChangedAsync(seen, end).ConfigureAwait(false);
            foreach (EmulatorNotice notice in cloud.Notices)
            {
                if (!printed.TryGetValue(notice.Kind, out long count) || notice.Count >= 10 * count)
                {
                    screen.Show($"NOTICE: {notice}");
                    printed[notice.Kind] = notice.Count;
                }
            }

            await Task.Delay(Pause, TimeProvider.System, end).ConfigureAwait(false);
        }
    }
}
