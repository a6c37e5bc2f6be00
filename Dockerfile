# Builds with `docker build -t audit-service .`; everything the service keeps is in /data.
FROM python:3.11-slim AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir --disable-pip-version-check "uv>=0.5"
WORKDIR /build

# Dependencies first: they change less often than the code.
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --locked --no-default-groups --group assets --no-install-project
COPY audit_service/web/assets audit_service/web/assets
RUN PATH="/build/.venv/bin:$PATH" python audit_service/web/assets/build.py

COPY domain domain
COPY projections projections
COPY audit_service audit_service
RUN UV_PROJECT_ENVIRONMENT=/opt/audit uv sync --locked --no-default-groups --no-editable


FROM python:3.11-slim
# Papers are set in Chinese.
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends fonts-wqy-microhei \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin audit \
    && install --directory --owner audit --group audit --mode 0750 /data
COPY --from=build /opt/audit /opt/audit
ENV PATH="/opt/audit/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    AUDIT_DATA_DIR=/data \
    AUDIT_HOST=0.0.0.0 \
    AUDIT_PORT=8000 \
    AUDIT_RECHECK_AT=2
USER audit
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=4s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"AUDIT_PORT\"]}/healthz', timeout=3)"]
CMD ["audit-service", "serve"]
