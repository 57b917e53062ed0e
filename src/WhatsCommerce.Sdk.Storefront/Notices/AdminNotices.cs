using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Notifies each admin once per event: with a free-form message while the 24-hour window is open, otherwise with a template.
/// </summary>
internal sealed class AdminNotices(
    ShopServices shop, AdminNoticeOptions options, AdminNoticeTexts texts, AdminWindows windows, CustomerMessages sender)
{
    // A template parameter must be a single line, and shorter than a message.
    private const int LongestParameter = 700;

    public async Task TellAsync(StorefrontEvent told, CancellationToken cancellationToken)
    {
        if (await texts.WriteAsync(told, cancellationToken).ConfigureAwait(false) is not AdminNotice notice)
        {
            return;
        }

        if (options.Handler is not null)
        {
            await options.Handler(notice, cancellationToken).ConfigureAwait(false);
        }

        // An unreachable number must not prevent the other admins from being notified.
        GraphException? failure = null;
        foreach (string number in options.Numbers)
        {
            try
            {
                await SendAsync(number, notice, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphException exception)
            {
                failure ??= exception;
            }
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task SendAsync(Recipient admin, AdminNotice notice, CancellationToken cancellationToken)
    {
        string part = $" notice {SendKey.HashOf(admin.Value)[..16]}";
        Outgoing outgoing = new(admin, Message.Text(notice.Text).Build(), notice.Event) { Part = part };
        bool mayWrite = options.Template is null
            || await windows.IsOpenAsync(admin, notice.Event.PhoneNumberId, cancellationToken).ConfigureAwait(false);
        if (mayWrite && await sender.SendAsync(outgoing, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (options.Template is not string template)
        {
            StorefrontLog.NoticeOutsideWindow(shop.Logger, notice.Kind);
            return;
        }

        OutboundMessage message = Message.Template(template, options.TemplateLanguage).Body(OneLine(notice.Text)).Build();
        await sender.SendAsync(outgoing with { Message = message, Part = part + "/template" }, cancellationToken).ConfigureAwait(false);
    }

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Bounded.Text(line, LongestParameter) ?? "";
    }
}
