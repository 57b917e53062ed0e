using Polly;
using Polly.Retry;

namespace WhatsCommerce.Http;

/// <summary>The resilience pipeline: one for all calls of a registration, because the state of each call is passed along with it.</summary>
internal static class RetryPipeline
{
    /// <summary>The call of an execution.</summary>
    public static readonly ResiliencePropertyKey<GraphCall> Call = new("WhatsCommerce.Call");

    public static ResiliencePipeline<object> Create(TimeProvider time, Func<GraphCall, Exception, TimeSpan, ValueTask> onRetry) =>
        new ResiliencePipelineBuilder<object> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<object>
            {
                // The number of attempts and the waits are decided per call, with the options at that moment.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args =>
                {
                    if (args.Outcome.Exception is null)
                    {
                        return new(false);
                    }

                    GraphCall call = CallOf(args.Context);
                    TimeSpan? wait =
                        RepeatPolicy.WaitBeforeNext(call, args.Outcome.Exception, time.GetElapsedTime(call.Started) - call.Paced);
                    call.NextWait = wait ?? TimeSpan.Zero;
                    return new(wait is not null);
                },
                DelayGenerator = static args => new(CallOf(args.Context).NextWait),
                OnRetry = args => onRetry(CallOf(args.Context), args.Outcome.Exception!, args.RetryDelay),
            })
            .Build();

    private static GraphCall CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(Call, out GraphCall? call) ? call : throw new InvalidOperationException("The call is missing.");
}
